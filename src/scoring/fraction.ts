/**
 * An exact share. Points are sums of weight × value ÷ number of accounts, and a grade that somebody predicted has to come out
 * to the tenth, whatever order the sum was made in.
 */
export interface Fraction {
  readonly n: bigint
  /** Above zero. */
  readonly d: bigint
}

const greatest = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatest(b, a % b))

function reduced(n: bigint, d: bigint): Fraction {
  const common = greatest(n < 0n ? -n : n, d)
  return { n: n / common, d: d / common }
}

const MILLION = 1_000_000

/** A number as it was meant, to a millionth: `0.8` is four fifths. */
export const fraction = (value: number): Fraction => reduced(BigInt(Math.round(value * MILLION)), BigInt(MILLION))

export const zero: Fraction = { n: 0n, d: 1n }
export const one: Fraction = { n: 1n, d: 1n }

export const plus = (a: Fraction, b: Fraction): Fraction => reduced(a.n * b.d + b.n * a.d, a.d * b.d)
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d })
export const times = (a: Fraction, b: Fraction): Fraction => reduced(a.n * b.n, a.d * b.d)
/** `by` is a whole number above zero. */
export const dividedBy = (a: Fraction, by: number): Fraction => reduced(a.n, a.d * BigInt(by))
/** The ratio of two fractions; 0 when there is nothing to divide by. */
export const ratio = (a: Fraction, b: Fraction): Fraction => (b.n <= 0n ? zero : reduced(a.n * b.d, a.d * b.n))
export const isLess = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d
export const sumOf = (all: readonly Fraction[]): Fraction => all.reduce(plus, zero)

/** Rounded to a whole number of `1 ÷ steps`, halves up. */
export function rounded({ n, d }: Fraction, steps: number): number {
  const doubled = 2n * n * BigInt(steps) + d
  const whole = doubled / (2n * d)
  return Number(doubled < 0n && whole * 2n * d !== doubled ? whole - 1n : whole) / steps
}

/** To a millionth, for showing and storing. */
export const toNumber = (value: Fraction): number => rounded(value, MILLION)
