import type { Ui } from '../ui.ts'

interface ExternalProps {
  readonly ui: Ui
  readonly href: string
  readonly text: string
  readonly class?: string
}

/** A link that leaves the application, in a tab of its own so that the work here stays. Only web addresses become links. */
export const ExternalLink = ({ ui, href, text, ...rest }: ExternalProps) =>
  /^https?:\/\//i.test(href) ? (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" {...rest}>
      {text}
      <span class="visually-hidden"> {ui.t.site.newTab}</span>
    </a>
  ) : (
    <span>{text}</span>
  )

/** An address as people say it: without `https://www.`. */
export const sayAddress = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/, '')
