/** A refresh after more than this is a page that renews itself, not a page that sends on. */
const longestDelaySeconds = 2
const longestMarkup = 16 * 1024

/**
 * Where a small page sends its reader at once by `<meta http-equiv="refresh">`, as static sites do in place of a redirect;
 * `null` when it does not.
 */
export function refreshTarget(html: string): string | null {
  if (html.length > longestMarkup) return null
  for (const [tag] of html.replace(/<noscript[\s\S]*?(?:<\/noscript|$)/gi, '').matchAll(/<meta\s[^>]{0,2000}>/gi)) {
    if (!/http-equiv\s{0,5}=\s{0,5}["']?refresh/i.test(tag)) continue
    const content = /\bcontent\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)')/i.exec(tag)
    const parts = /^\s{0,9}(\d{1,4})(?:\.\d{0,9})?\s{0,9}[;,]\s{0,9}(?:url\s{0,9}=)?\s{0,9}["']?([^"']+)/i.exec(
      content?.[1] ?? content?.[2] ?? '',
    )
    if (parts !== null && Number(parts[1]) <= longestDelaySeconds) return (parts[2] ?? '').trim().replaceAll('&amp;', '&')
  }
  return null
}
