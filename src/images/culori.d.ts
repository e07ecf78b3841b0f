/** What is used of culori, which brings no types; this part of it does nothing when it is imported. */
declare module 'culori/fn' {
  export interface Lab65 {
    readonly mode: 'lab65'
    readonly l: number
    readonly a: number
    readonly b: number
  }
  export function differenceCiede2000(): (one: Lab65, other: Lab65) => number
}
