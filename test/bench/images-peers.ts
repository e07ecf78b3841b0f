import { createRequire } from 'node:module'
import sharp from 'sharp'

/** What is usually done instead, measured in the same run. */
export interface Peers {
  /** Share of equal bits of two 64 bit difference hashes. */
  dHash(one: Uint8Array, other: Uint8Array): Promise<number>
  /** Points of ORB that one homography (RANSAC) explains. */
  orb(one: Uint8Array, other: Uint8Array): Promise<number>
}

interface Deletable {
  delete(): void
}
// biome-ignore lint/suspicious/noExplicitAny: the bench uses a dozen calls that OpenCV's own types describe wrongly
type OpenCv = any

export async function openPeers(): Promise<Peers> {
  const cv: OpenCv = createRequire(import.meta.url)('@techstark/opencv-js')
  if (cv.Mat === undefined) await new Promise<void>((resolve) => (cv.onRuntimeInitialized = resolve))
  const grey = async (bytes: Uint8Array, width: number) =>
    sharp(bytes).resize({ width }).flatten({ background: '#fff' }).greyscale().raw().toBuffer({ resolveWithObject: true })

  async function hash(bytes: Uint8Array): Promise<boolean[]> {
    const data = await sharp(bytes).flatten({ background: '#fff' }).greyscale().resize(9, 8, { fit: 'fill' }).raw().toBuffer()
    return Array.from(
      { length: 64 },
      (_, at) => (data[Math.floor(at / 8) * 9 + (at % 8)] ?? 0) > (data[Math.floor(at / 8) * 9 + (at % 8) + 1] ?? 0),
    )
  }

  async function features(bytes: Uint8Array) {
    const { data, info } = await grey(bytes, 480)
    const picture = cv.matFromArray(info.height, info.width, cv.CV_8UC1, data)
    const [points, words, mask, orb] = [new cv.KeyPointVector(), new cv.Mat(), new cv.Mat(), new cv.ORB(500)]
    orb.detectAndCompute(picture, mask, points, words)
    for (const used of [picture, mask, orb]) used.delete()
    return { points, words }
  }

  return {
    async dHash(one, other) {
      const [a, b] = [await hash(one), await hash(other)]
      return a.filter((bit, at) => bit === b[at]).length / 64
    },
    async orb(one, other) {
      const [a, b] = [await features(one), await features(other)]
      const bin: Deletable[] = [a.points, a.words, b.points, b.words]
      try {
        if (a.words.rows < 4 || b.words.rows < 4) return 0
        const [matcher, matches] = [new cv.BFMatcher(cv.NORM_HAMMING, true), new cv.DMatchVector()]
        bin.push(matcher, matches)
        matcher.match(a.words, b.words, matches)
        const pairs = Array.from({ length: matches.size() }, (_, at) => matches.get(at)).filter((match) => match.distance < 64)
        if (pairs.length < 4) return 0
        const flat = (list: OpenCv, index: (match: OpenCv) => number) =>
          pairs.flatMap((match) => [list.get(index(match)).pt.x, list.get(index(match)).pt.y])
        const from = cv.matFromArray(
          pairs.length,
          1,
          cv.CV_32FC2,
          flat(a.points, (match) => match.queryIdx),
        )
        const to = cv.matFromArray(
          pairs.length,
          1,
          cv.CV_32FC2,
          flat(b.points, (match) => match.trainIdx),
        )
        const inliers = new cv.Mat()
        bin.push(from, to, inliers, cv.findHomography(from, to, cv.RANSAC, 4, inliers))
        return (Array.from(inliers.data) as number[]).reduce((sum, value) => sum + value, 0)
      } finally {
        for (const used of bin) used.delete()
      }
    },
  }
}
