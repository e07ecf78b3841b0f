/** A literal page of a made-up organisation, with the accounts that are its own. */
export interface PageTrait {
  readonly trait: string
  readonly url: string
  readonly html: string
  /** Keys of the accounts that are the organisation's; no others may be given. */
  readonly ours: readonly string[]
  /** Keys that must be given as people's. */
  readonly people?: readonly string[]
}

/** Links as icons in a list. */
export const row = (...links: readonly string[]): string => links.map((link) => `<li><a href="${link}"></a></li>`).join('')
/** A paragraph that makes a page an article. */
export const story =
  '<p>De dag begon vroeg, met koffie en koek, en eindigde laat. Er was muziek, er waren taarten, en de burgemeester las een gedicht voor dat niemand had verwacht.</p>'
