import type { Child } from 'hono/jsx'

interface NoticeProps {
  readonly title?: string
  /** `doubt` asks to look twice; `calm` tells. Neither is an error. */
  readonly kind?: 'calm' | 'doubt'
  readonly live?: string
  readonly children?: Child
}

/** A message in the page: what is the case and what to do about it. */
export const Notice = ({ title, kind = 'calm', live, children }: NoticeProps) => (
  <div class={`notice ${kind}`} {...(live ? { 'data-live': live } : {})}>
    {title ? <h2>{title}</h2> : null}
    {children}
  </div>
)
