import type { FailureReason } from '../model/fetch.ts'

/** Why an address gave nothing. Thrown inside `src/capture` only; fetchers turn it into a result. */
export class CaptureFailure extends Error {
  override readonly name = 'CaptureFailure'
  readonly reason: FailureReason

  constructor(reason: FailureReason, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.reason = reason
  }
}

const reasonOfCode: Readonly<Record<string, FailureReason>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ENODATA: 'dns',
  ECONNREFUSED: 'refused',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  HPE_HEADER_OVERFLOW: 'too-large',
  EPROTO: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls',
  UNABLE_TO_GET_ISSUER_CERT: 'tls',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls',
  HOSTNAME_MISMATCH: 'tls',
}

/** The failure behind whatever the network stack threw, looking through its wrappers. */
export function failureOf(thrown: unknown): CaptureFailure {
  let at: unknown = thrown
  for (let depth = 0; depth < 5 && at instanceof Error; depth++) {
    if (at instanceof CaptureFailure) return at
    const reason = reasonOf(at)
    if (reason !== null) return new CaptureFailure(reason, at.message || reason, { cause: thrown })
    // Several addresses of one host were tried: the first error stands for all.
    at = at instanceof AggregateError ? at.errors[0] : at.cause
  }
  return new CaptureFailure('network', thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown })
}

function reasonOf(error: Error): FailureReason | null {
  if (error.name === 'TimeoutError') return 'timeout'
  if (error.name === 'AbortError') return 'cancelled'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code.startsWith('ERR_TLS') || code.startsWith('ERR_SSL') || code.startsWith('CERT_')) return 'tls'
  return reasonOfCode[code] ?? null
}

const reasons: Readonly<Record<FailureReason, true>> = {
  dns: true,
  refused: true,
  timeout: true,
  tls: true,
  'too-large': true,
  'redirect-loop': true,
  'private-address': true,
  'bad-address': true,
  'wrong-type': true,
  undecodable: true,
  offline: true,
  'not-in-archive': true,
  cancelled: true,
  network: true,
  'server-error': true,
}

/** Whether a word read from an archive is one of the reasons. */
export function isFailureReason(word: string): word is FailureReason {
  return Object.hasOwn(reasons, word)
}
