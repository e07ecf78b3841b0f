/** The part of culori that is used; the package brings no types. */
declare module 'culori/fn' {
  interface Colour {
    readonly mode: string
  }
  export const modeLab65: object
  export const modeRgb: object
  export function useMode(mode: object): (colour: string | Colour) => Colour | undefined
  export function parse(colour: string): Colour | undefined
  export function differenceCiede2000(): (a: string | Colour, b: string | Colour) => number
}
