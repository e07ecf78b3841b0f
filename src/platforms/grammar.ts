import type { AddressKind, OwnerForm, PlatformId } from '../model/platform.ts'
import type { Rule } from './pattern.ts'

/** One way in which a platform names an account: `company/acme` beside `in/jan-jansen`. */
export interface Form {
  /** How the handle is written, `{}` standing for the name. */
  readonly handle: string
  /** The canonical address, `{}` standing for the encoded name. */
  readonly url: string | ((name: string) => string)
  /** What a name looks like. A first group, where there is one, is the name itself. */
  readonly pattern: RegExp
  /** `account` unless said otherwise. */
  readonly kind?: 'account' | 'community'
  readonly owner?: OwnerForm
  readonly caseSensitive?: boolean
  /** Another spelling of the same account exists that only a request reveals. */
  readonly doubt?: 'needs-resolving'
  /** Writes a name as the platform does: a phone number without spaces. */
  readonly clean?: (name: string) => string
  /** Takes out of a key what the platform ignores: dots on Facebook. */
  readonly fold?: (name: string) => string
}

/** Hosts that share one set of rules. */
export interface Site {
  /** Domains, separated by spaces. */
  readonly hosts: string
  /** Labels in front of a domain: `@` none, `*` any, `{locale}` a language or country, `:form` a name. Default `@ www`. */
  readonly under?: string
  /** Labels that `under` would let in but that are the platform's own. */
  readonly except?: string
  /** A leading path segment without meaning: a language, an embed. */
  readonly skip?: RegExp
  /** The hosts serve more than this platform: what no rule reads is no address of it. */
  readonly shared?: true
  /** Tried in order; what none of them reads is a page of the platform. */
  readonly rules: readonly RuleSource[]
}

/** Paths in the notation of `pattern.ts`, and what an address of that shape is. */
export interface RuleSource {
  readonly paths: readonly string[]
  /** `null`: what the form says, an account or a community. */
  readonly kind: AddressKind | null
  readonly doubt?: 'soft-reserved' | 'needs-resolving'
}

const kindOf =
  (kind: AddressKind | null) =>
  (...paths: string[]): RuleSource => ({ kind, paths })

/** Somebody's profile, page, channel, or group: the form says which. */
export const account = kindOf(null)
/** A post or a video. The form it names, if any, is its author. */
export const content = kindOf('content')
export const share = kindOf('share')
export const page = kindOf('platform-page')
/** A code that only a request can resolve. */
export const unresolved = kindOf('unresolved')
/** An address that people write for an account, though the platform writes it otherwise. */
export const misspelt = (...paths: string[]): RuleSource => ({ kind: null, paths, doubt: 'soft-reserved' })

/** A name that stands in the host is written in lower case. */
export const inHost = (name: string): string => name.toLowerCase()

/** Words separated by white space. */
export const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** The rule for new or guessed names, without prefix. Lengths in characters. */
interface HandleRule {
  readonly pattern: RegExp
  readonly min: number
  readonly max: number
  readonly caseSensitive: boolean
  /** The characters a name may hold, for people. */
  readonly allowed: string
}

/** Size in pixels at which a platform stores or advises a picture. */
interface Picture {
  readonly width: number
  readonly height: number
  readonly shape?: 'circle' | 'square' | 'rounded-square'
  /** The centred part that every screen shows. */
  readonly safeArea?: { readonly width: number; readonly height: number }
  /** Where the avatar covers the banner. */
  readonly avatarOver?: 'bottom-left' | 'bottom-centre'
}

export interface PlatformSource {
  readonly id: PlatformId
  readonly name: string
  /** What people call it, lower case. The id and the name need not be repeated. */
  readonly words?: string
  readonly closed?: { readonly since: string }
  readonly handleRule: HandleRule
  /** In the order in which a bare handle is tried. */
  readonly forms: Readonly<Record<string, Form>>
  /** The form of a handle without the prefix its form asks for. */
  readonly bare?: string
  /** First path segments that are never a name. */
  readonly reserved?: string
  /** First path segments that are a route and may be a name as well. */
  readonly softReserved?: string
  readonly sites: readonly Site[]
  /**
   * The address at which the platform gives a profile as JSON to anybody, without login or key; `null` for an account
   * that it cannot be asked for in this way.
   */
  readonly publicApi?: (account: { readonly handle: string; readonly url: string }) => string | null
  readonly avatar: Picture | null
  readonly banner: Picture | null
  /** Wikidata properties by form. */
  readonly wikidata: Readonly<Record<string, string>>
}

export interface CompiledSite {
  readonly platform: Platform
  readonly under: ReadonlySet<string>
  readonly except: ReadonlySet<string>
  readonly anyLabel: boolean
  readonly locale: boolean
  readonly labelForm: Form | null
  readonly skip: RegExp | null
  readonly shared: boolean
  /** By a first segment that some rule asks for: the rules it may fit, in order. */
  readonly rules: ReadonlyMap<string, readonly Rule[]>
  /** The rules that every other first segment may fit. */
  readonly otherRules: readonly Rule[]
}

/** A platform with its rules compiled. Plain data but for `profileUrl`. */
export interface Platform extends Omit<PlatformSource, 'reserved' | 'softReserved' | 'words' | 'sites'> {
  readonly words: readonly string[]
  /** Every domain of the platform's own, the main one first. */
  readonly hosts: readonly string[]
  readonly reserved: ReadonlySet<string>
  readonly softReserved: ReadonlySet<string>
  readonly sites: readonly { readonly domain: string; readonly site: CompiledSite }[]
  /** The canonical address of a handle as the platform's forms write it; `''` when no form reads it. */
  profileUrl(handle: string): string
}
