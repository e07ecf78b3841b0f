import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { EenlijnError } from '../model/errors.ts'
import { type PlatformId, platformIdSchema, platformIds } from '../model/platform.ts'
import { seen } from '../model/seen.ts'
import { classifyUrl } from '../platforms/classify.ts'
import { readProfile, wallOfAnswer } from '../platforms/profile.ts'
import { fileBytes } from './file-bytes.ts'
import { exit, type Io } from './io.ts'
import { readOptions } from './options.ts'
import { answerIn } from './saved-answer.ts'

const manifestSchema = z.array(
  z.object({
    /** Relative to the folder of the manifest, or to the one above it. */
    file: z.string(),
    platform: z.string(),
    url: z.string().nullish(),
  }),
)

interface Asked {
  /** A platform's id; of one that the product does not know only the wall is told. */
  readonly platform: string
  readonly url: string | null
}

/** `profile read FILE --platform P [--url U]`, or `profile read --manifest LIST`: a line of JSON for each. */
export async function profile(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    { platform: { type: 'string' }, url: { type: 'string' }, manifest: { type: 'string' } },
    true,
  )
  const [verb, file, ...more] = positionals
  if (verb !== 'read' || more.length > 0 || (file === undefined) === (values.manifest === undefined)) throw usage()
  const say = (line: object) => void io.stdout.write(`${JSON.stringify(line)}\n`)
  if (values.manifest !== undefined) {
    for (const entry of readManifest(values.manifest)) {
      const { file: name, platform, url } = entry
      say({ file: name, ...profileIn(bytesBeside(values.manifest, name), { platform, url: url ?? null }) })
    }
    return exit.done
  }
  const platform = values.platform ?? (values.url === undefined ? null : classifyUrl(values.url).platform)
  if (file === undefined || platform === null) throw usage()
  if (!platformIdSchema.safeParse(platform).success) throw unknownPlatform(platform)
  say(profileIn(fileBytes(file, 'file'), { platform, url: values.url ?? null }))
  return exit.done
}

/** What a saved answer shows of an account: the fields of a snapshot. Pictures stay addresses: nothing is requested. */
export function profileIn(bytes: Uint8Array, asked: Asked) {
  const fetched = answerIn(bytes, asked.url)
  const { url } = asked
  if (!isKnown(asked.platform)) {
    const met = wallOfAnswer(fetched)
    return { platform: asked.platform, url, state: met?.state ?? 'unreachable', wall: met?.wall ?? 'unreadable' }
  }
  const handle = url === null ? '' : (classifyUrl(url).handle ?? '')
  const {
    picture,
    pictureUrl,
    banner,
    bannerUrl,
    record: _,
    canonical: __,
    url: ___,
    ...reading
  } = readProfile({ platform: asked.platform, handle, url: fetched.requested }, fetched)
  return {
    platform: asked.platform,
    url,
    ...reading,
    picture: pictureUrl === null ? picture : seen(pictureUrl, 'page'),
    banner: bannerUrl === null ? banner : seen(bannerUrl, 'page'),
  }
}

const isKnown = (platform: string): platform is PlatformId => (platformIds as readonly string[]).includes(platform)

function readManifest(path: string) {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw new EenlijnError(
      'invalid-input',
      {
        nl: `De lijst ${path} is niet te lezen: geef een JSON-lijst met file, platform en url.`,
        en: `The manifest ${path} cannot be read: give a JSON array with file, platform and url.`,
      },
      { field: 'manifest', cause },
    )
  }
}

/** Manifests name their files from their own folder, or from the folder that holds it. */
function bytesBeside(manifest: string, file: string): Uint8Array {
  try {
    return readFileSync(join(dirname(manifest), file))
  } catch {
    return fileBytes(join(dirname(manifest), '..', file), 'file')
  }
}

const usage = () =>
  new EenlijnError('invalid-input', {
    nl: 'Geef een bestand en zijn platform: eenlijn profile read BESTAND --platform x --url ADRES. Of veel tegelijk: --manifest LIJST.json',
    en: 'Give a file and its platform: eenlijn profile read FILE --platform x --url URL. Or many at once: --manifest LIST.json',
  })

const unknownPlatform = (platform: string) =>
  new EenlijnError(
    'invalid-input',
    {
      nl: `‘${platform}’ is geen platform dat wij kennen. Kies uit: ${platformIds.join(', ')}.`,
      en: `‘${platform}’ is not a platform that we know. Choose from: ${platformIds.join(', ')}.`,
    },
    { field: 'platform' },
  )
