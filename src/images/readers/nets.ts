import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { FaceBox } from '../../model/pictures.ts'
import type { Pixels } from '../pixels.ts'
import { faceOf } from '../portraits/face-box.ts'

/** What is used of OpenCV. Its own types lack the TFLite reader. */
interface OpenCv {
  readonly Mat?: unknown
  onRuntimeInitialized?: () => void
  readonly CV_8UC3: number
  readonly CV_32F: number
  readonly Size: new (width: number, height: number) => unknown
  readonly Scalar: new (r: number, g: number, b: number) => unknown
  matFromArray(rows: number, columns: number, type: number, data: Uint8Array): Mat
  blobFromImage(picture: Mat, scale: number, size: unknown, mean: unknown, swap: boolean, crop: boolean, type: number): Mat
  FS_createDataFile(parent: string, name: string, data: Uint8Array, read: boolean, write: boolean, own: boolean): void
  readNetFromTFLite(path: string): Net
}

interface Mat {
  readonly data32F: Float32Array
  delete(): void
}

interface Net {
  setInput(blob: Mat): void
  forward(output?: string): Mat
}

/** Two small nets of MediaPipe. They tell where a face is and which pixels are a person; neither tells whose. */
export interface Nets {
  /** `null`: no face that is sure enough. */
  face(picture: Pixels): FaceBox | null
  /** How much of a person each of 256 by 256 pixels is, 0 to 1. */
  person(picture: Pixels): Float32Array
}

export const faceSide = 128
export const personSide = 256

/** Takes about half a second and 130 MB. Only in a process of its own: OpenCV ends its process at any stray rejection. */
export async function openNets(): Promise<Nets> {
  const require = createRequire(import.meta.url)
  const cv = require('@techstark/opencv-js') as OpenCv
  // `await cv` would never return: the module is a thenable that resolves to itself.
  if (cv.Mat === undefined) await new Promise<void>((resolve) => (cv.onRuntimeInitialized = resolve))
  const load = async (name: string, weights: string) => {
    cv.FS_createDataFile('/', name, await readFile(require.resolve(weights)), true, false, false)
    return cv.readNetFromTFLite(`/${name}`)
  }
  const faces = await load('face.tflite', '@mediapipe/face_detection/face_detection_short_range.tflite')
  const people = await load('person.tflite', '@mediapipe/selfie_segmentation/selfie_segmentation.tflite')

  function run(net: Net, picture: Pixels, scale: number, mean: number, outputs: readonly string[]): Float32Array[] {
    const mat = cv.matFromArray(picture.height, picture.width, cv.CV_8UC3, picture.data)
    const size = new cv.Size(picture.width, picture.height)
    const blob = cv.blobFromImage(mat, scale, size, new cv.Scalar(mean, mean, mean), false, false, cv.CV_32F)
    try {
      net.setInput(blob)
      return outputs.map((name) => {
        const answer = net.forward(name)
        const values = answer.data32F.slice()
        answer.delete()
        return values
      })
    } finally {
      blob.delete()
      mat.delete()
    }
  }

  return {
    face(picture) {
      const [scores, boxes] = run(faces, picture, 1 / 127.5, 127.5, ['classificators', 'regressors'])
      return scores && boxes ? faceOf(scores, boxes) : null
    },
    person(picture) {
      return run(people, picture, 1 / 255, 0, ['activation_10'])[0] ?? new Float32Array(personSide * personSide)
    },
  }
}
