import { describe, expect, test } from 'vitest'
import { platformIds } from '../../src/model/platform.ts'
import { hasBanner, pictureSizesOf } from '../../src/platforms/picture-sizes.ts'

describe('the sizes of a profile’s pictures', () => {
  test('every platform has an avatar, and where there is a banner an avatar that fits beside it', () => {
    for (const platform of platformIds) {
      const { avatar, banner } = pictureSizesOf(platform)
      expect(avatar.width, platform).toBe(avatar.height)
      for (const head of banner ? [banner.desktop, banner.phone] : []) {
        expect(head.crop.width, platform).toBeGreaterThan(head.crop.height)
        expect(head.avatarWidth, platform).toBeGreaterThan(0.05)
        expect(head.avatarWidth, platform).toBeLessThan(0.5)
      }
    }
  })

  test('are those of the platforms: a channel’s middle strip, a square-ish photo on a phone, no banner on Instagram', () => {
    expect(pictureSizesOf('youtube').banner).toMatchObject({
      upload: { width: 2560, height: 1440 },
      safe: { width: 1546, height: 423 },
      desktop: { avatar: 'below' },
    })
    expect(pictureSizesOf('facebook').banner?.phone.crop).toEqual({ width: 640, height: 360 })
    expect(pictureSizesOf('linkedin').avatar.shape).toBe('rounded')
    expect([hasBanner('instagram'), hasBanner('threads'), hasBanner('x')]).toEqual([false, false, true])
  })

  test('the safe middle lies within what is put up', () => {
    for (const platform of platformIds) {
      const { banner } = pictureSizesOf(platform)
      if (!banner?.safe) continue
      expect(banner.safe.width, platform).toBeLessThanOrEqual(banner.upload.width)
      expect(banner.safe.height, platform).toBeLessThanOrEqual(banner.upload.height)
    }
  })
})
