import { type CompiledSite, type Form, type Platform, type PlatformSource, type Site, words } from './grammar.ts'
import { nameInHandle, readName, urlOf } from './name.ts'
import { compileRule, isRoute, type Rule } from './pattern.ts'

/** Compiles the grammar of one platform. Throws at start-up when a rule names a form that is not there. */
export function definePlatform(source: PlatformSource): Platform {
  const { reserved = '', softReserved = '', words: called = '', sites, ...plain } = source
  const compiled: { domain: string; site: CompiledSite }[] = []
  const platform: Platform = {
    ...plain,
    words: [...words(called)],
    hosts: [...new Set(sites.filter((site) => !site.shared).flatMap((site) => [...words(site.hosts)]))],
    reserved: words(reserved),
    softReserved: words(softReserved),
    sites: compiled,
    profileUrl: (handle) => {
      const found = formOfHandle(platform, handle)
      return found === null ? '' : urlOf(found.form, found.name)
    },
  }
  for (const site of sites) {
    const ready = compileSite(platform, site)
    for (const domain of words(site.hosts)) compiled.push({ domain, site: ready })
  }
  return platform
}

/** The form and the name that a handle has on a platform, or `null` when it breaks every rule. */
export function formOfHandle(platform: Platform, handle: string): { readonly form: Form; readonly name: string } | null {
  for (const form of Object.values(platform.forms)) {
    const name = nameInHandle(form, handle)
    if (name === null) continue
    if (form.handle.startsWith('{}') && isRoute(name.toLowerCase(), platform.reserved)) continue
    return { form, name }
  }
  const bare = platform.bare === undefined || handle.includes('/') ? undefined : platform.forms[platform.bare]
  const name = bare === undefined ? null : readName(bare, handle)
  return bare === undefined || name === null ? null : { form: bare, name }
}

function compileSite(platform: Platform, site: Site): CompiledSite {
  const labels = words(site.under ?? '@ www')
  const formLabel = [...labels].find((label) => label.startsWith(':'))
  return {
    platform,
    under: new Set([...labels].map((label) => (label === '@' ? '' : label))),
    except: words(site.except ?? ''),
    anyLabel: labels.has('*'),
    locale: labels.has('{locale}'),
    labelForm: formLabel === undefined ? null : (platform.forms[formLabel.slice(1)] ?? null),
    skip: site.skip ?? null,
    shared: site.shared ?? false,
    ...indexRules(site.rules.flatMap((rule) => rule.paths.map((path) => compileRule(path, rule, platform.forms)))),
  }
}

function indexRules(all: readonly Rule[]): Pick<CompiledSite, 'rules' | 'otherRules'> {
  const firstWords = (rule: Rule): readonly string[] => (rule.steps[0]?.is === 'word' ? rule.steps[0].words : [])
  const rules = new Map<string, Rule[]>()
  for (const word of new Set(all.flatMap(firstWords))) {
    rules.set(
      word,
      all.filter((rule) => rule.steps[0]?.is !== 'word' || firstWords(rule).includes(word)),
    )
  }
  return { rules, otherRules: all.filter((rule) => rule.steps[0]?.is !== 'word') }
}
