import type { AddressKind } from '../model/platform.ts'
import type { Form, RuleSource } from './grammar.ts'
import { readName } from './name.ts'
import { type PathParts, queryValue } from './path.ts'

type Step =
  | { readonly is: 'word'; readonly words: readonly string[] }
  | { readonly is: 'any' }
  | { readonly is: 'figures' }
  | { readonly is: 'name'; readonly form: Form; readonly prefix: string; readonly rest: boolean }

export interface Rule {
  readonly steps: readonly Step[]
  /** Further segments may follow. */
  readonly open: boolean
  readonly query: readonly { readonly key: string; readonly word: string | null; readonly form: Form | null }[]
  readonly kind: AddressKind | null
  readonly doubt: 'soft-reserved' | 'needs-resolving' | null
  /** The first segment is a name, so that the platform's reserved words apply. */
  readonly startsWithName: boolean
}

export interface Match {
  readonly rule: Rule
  /** `null` when the rule names nobody. */
  readonly form: Form | null
  readonly name: string
}

/**
 * Compiles one path in the notation of the platform files:
 * `a|b` one of these words, `:form` a name of that form (`@:form` with that prefix, `:form+` with all that follows),
 * `*` any one segment, `#` figures only, `/**` any that follow, ` ?key` a query parameter, ` ?key=word` with that value, ` ?key=:form` a name in it.
 */
export function compileRule(path: string, source: RuleSource, forms: Readonly<Record<string, Form>>): Rule {
  const [route = '', ...queries] = path.split(' ')
  const open = route === '**' || route.endsWith('/**')
  const pieces = route === '**' ? [] : (open ? route.slice(0, -3) : route).split('/').filter(Boolean)
  const steps = pieces.map((piece) => compileStep(piece, path, forms))
  const query = queries.map((part) => {
    const [key = '', value] = part.slice(1).split('=')
    const named = value?.startsWith(':') ? formOf(value.slice(1), path, forms) : null
    return { key, word: named === null ? (value ?? null) : null, form: named }
  })
  const first = steps[0]
  return {
    steps,
    open,
    query,
    kind: source.kind,
    doubt: source.doubt ?? null,
    startsWithName: first?.is === 'name' && first.prefix === '',
  }
}

function compileStep(piece: string, path: string, forms: Readonly<Record<string, Form>>): Step {
  if (piece === '*') return { is: 'any' }
  if (piece === '#') return { is: 'figures' }
  const colon = piece.indexOf(':')
  if (colon < 0) return { is: 'word', words: piece.split('|') }
  const rest = piece.endsWith('+')
  const form = formOf(piece.slice(colon + 1, rest ? -1 : undefined), path, forms)
  return { is: 'name', form, prefix: piece.slice(0, colon), rest }
}

function formOf(name: string, path: string, forms: Readonly<Record<string, Form>>): Form {
  const form = forms[name]
  if (form === undefined) throw new Error(`The path "${path}" names a form "${name}" that is not there`)
  return form
}

/** Whether a rule reads this path, and whom it names. */
export function matchRule(rule: Rule, path: PathParts, reserved: ReadonlySet<string>): Match | null {
  const { steps } = rule
  const count = path.segments.length
  if (count < steps.length) return null
  if (rule.startsWithName && isRoute(path.lower[0] ?? '', reserved)) return null
  let form: Form | null = null
  let name = ''
  let used = steps.length
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at] as Step
    if (step.is === 'any') continue
    if (step.is === 'figures') {
      if (!/^\d+$/.test(path.lower[at] as string)) return null
      continue
    }
    if (step.is === 'word') {
      if (!step.words.includes(path.lower[at] as string)) return null
      continue
    }
    const text = step.rest ? path.segments.slice(at).join('/') : (path.segments[at] as string)
    const read = nameAfter(step.prefix, text, step.form)
    if (read === null) return null
    form = step.form
    name = read
    if (step.rest) used = count
  }
  if (count > used && (!rule.open || (rule.startsWithName && rule.kind === null && file.test(path.lower[count - 1] as string)))) return null
  for (const { key, word, form: asked } of rule.query) {
    const value = queryValue(path.query, key)
    if (value === null || (word !== null && value.toLowerCase() !== word)) return null
    if (asked === null) continue
    const read = nameAfter('', value, asked)
    if (read === null) return null
    form = asked
    name = read
  }
  return { rule, form, name }
}

function nameAfter(prefix: string, text: string, form: Form): string | null {
  if (prefix === '') return readName(form, text)
  if (text.slice(0, prefix.length).toLowerCase() !== prefix) return null
  return readName(form, text.slice(prefix.length))
}

const file = /\.(?:js|css|php|html?|aspx?|gne|xml|txt|png|jpe?g|gif|svg|ico|json|swf|webmanifest)$/

/** Whether a first segment, in lower case, is a page or a file of the platform instead of a name. */
export function isRoute(segment: string, reserved: ReadonlySet<string>): boolean {
  return reserved.has(segment.startsWith('@') ? segment.slice(1) : segment) || file.test(segment)
}
