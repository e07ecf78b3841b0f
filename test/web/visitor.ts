import type { Deps } from '../../src/deps.ts'
import { createApp } from '../../src/web/app.tsx'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Somebody with a browser without scripts: keeps cookies, posts forms, follows redirects only when asked. */
export function visitor(deps: Deps) {
  const app = createApp(deps)
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = new Headers(init.headers)
    if (cookies.size > 0) headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await app.request(`http://localhost${path}`, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return {
    cookies,
    get: (path: string, headers: Record<string, string> = {}) => ask(path, { headers }),
    post: (path: string, form: Record<string, string | string[]> = {}, headers: Record<string, string> = {}) => {
      const body = new URLSearchParams(
        Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as [string, string])),
      )
      return ask(path, { method: 'POST', body, headers: { Origin: 'http://localhost', ...headers } })
    },
  }
}

export const titleOf = ({ text }: Answer): string => /<h1[^>]*>([^<]*)/.exec(text)?.[1] ?? ''

/** What a reader sees of a page: its text, without markup. */
export const readable = ({ text }: Answer): string =>
  text
    .replace(/<(script|style|noscript)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
