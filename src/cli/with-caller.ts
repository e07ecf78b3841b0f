import { readServer } from './audit-options.ts'
import { createCaller } from './client.ts'
import { connect } from './connect.ts'
import { type Io, type Said, speaker } from './io.ts'

export type Caller = ReturnType<typeof createCaller>

/** Lets a command ask whoever does the work: the server that was named, the one that runs here, or this process. */
export async function withCaller<T>(io: Io, server: string | undefined, work: (caller: Caller, said: Said) => Promise<T>): Promise<T> {
  const said = speaker(io)
  const connection = await connect({ server: server === undefined ? null : readServer(server), offline: false, archive: null }, io, said)
  try {
    return await work(createCaller(connection.send, said.locale), said)
  } finally {
    await connection.close()
  }
}
