/** A handle, which may break at its signs and not in the middle of a word. */
export const Handle = ({ handle }: { handle: string }) => (
  <span class="handle">
    {handle.split(/(?<=[/._@-])/).map((piece, index) =>
      index === 0 ? (
        piece
      ) : (
        <>
          <wbr />
          {piece}
        </>
      ),
    )}
  </span>
)
