import { platformName } from '../../report/platform-name.ts'
import type { NameBuild, NamesView } from '../../services/read-names.ts'
import type { Ui } from '../ui.ts'

/** How the names of each kind are to be built, how many are, and in what the others differ. */
export const NameBuilds = ({ ui, auditId, names }: { ui: Ui; auditId: string; names: NamesView }) => {
  const t = ui.t.names
  return (
    <section aria-labelledby="builds">
      <h2 id="builds">{t.builds}</h2>
      {names.kinds.map(({ kind, handles, displayNames }) => (
        <section class="name-builds" aria-labelledby={`build-${kind}`}>
          <h3 id={`build-${kind}`}>{t.kinds[kind]}</h3>
          <dl>
            <dt>{t.handles}</dt>
            <dd>
              <Build ui={ui} build={handles} people={kind === 'people'} />
            </dd>
            <dt>{t.displayNames}</dt>
            <dd>
              <Build ui={ui} build={displayNames} people={kind === 'people'} />
            </dd>
          </dl>
        </section>
      ))}
      <p class="screen-only">
        <a href={`${ui.to(`/audits/${auditId}/house-style`)}#hs-names`}>{t.agree}</a>
      </p>
    </section>
  )
}

/** `{Given}_acme` as `‹Voornaam›_acme`: parts by the words that people use for them, in the case in which they are written. */
function inWords(ui: Ui, pattern: string): string {
  const words: Readonly<Record<string, string>> = ui.t.houseStyle.names.tokenText
  return pattern.replace(/\{(\w+)\}/g, (whole, token: string) => {
    const word = words[token.toLowerCase()]
    if (word === undefined) return whole
    if (token === token.toUpperCase()) return `‹${word.toUpperCase()}›`
    return token === token.toLowerCase() ? `‹${word}›` : `‹${word.charAt(0).toUpperCase()}${word.slice(1)}›`
  })
}

const Build = ({ ui, build, people }: { ui: Ui; build: NameBuild; people: boolean }) => {
  const t = ui.t.names
  const { patterns, from, support, exceptions, counts } = build
  return (
    <>
      <p>
        {patterns.map((pattern, at) => (
          <>
            {at > 0 ? `, ${t.or} ` : ''}
            <code>{inWords(ui, pattern)}</code>
          </>
        ))}
        <span class="aside"> {t.from[from]}.</span>
      </p>
      {support ? <p>{t.follows(support.n, support.of)}</p> : null}
      {exceptions.length > 0 ? (
        <details>
          <summary>{t.exceptions(exceptions.length)}</summary>
          <ul class="name-exceptions">
            {exceptions.map(({ about, platform, written, differs }) => (
              <li>
                <code>{written}</code>{' '}
                <span class="aside">
                  {platformName(platform)}, {about}
                </span>
                <br />
                {ui.text(differs)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {people && counts.length > 0 ? (
        <>
          <ul class="name-exceptions">
            {counts.map(({ differs, n }) => (
              <li>
                {ui.text(differs)} <span class="aside">{t.counted(n)}</span>
              </li>
            ))}
          </ul>
          <p class="aside">{t.peopleCounted}</p>
        </>
      ) : null}
    </>
  )
}
