import type { Context } from 'hono'
import { html } from 'hono/html'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { EenlijnError } from '../model/errors.ts'
import { problemKinds } from './problem.ts'

/** A whole page. What people decide and grade changes all the time, so nothing is kept by caches on the way. */
export function renderPage(c: Context, page: JSX.Element, status: ContentfulStatusCode = 200): Response | Promise<Response> {
  c.header('Cache-Control', 'private, no-cache')
  return c.html(html`<!doctype html>${page}`, status)
}

export type Form = Readonly<Record<string, readonly string[]>>

/** The text fields of a posted form; files are left to `fileOf`. */
export async function readForm(c: Context): Promise<Form> {
  const body = await c.req.parseBody({ all: true })
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, [value].flat().filter((part) => typeof part === 'string')]))
}

/** The file that was chosen in a form, or `null` when none was. */
export async function fileOf(c: Context, name: string): Promise<File | null> {
  const file = (await c.req.parseBody({ all: true }))[name]
  return file instanceof File && file.size > 0 ? file : null
}

export const textOf = (form: Form, name: string): string => form[name]?.[0] ?? ''

const refusals = new Set(['invalid-input', 'conflict', 'too-large', 'not-accepted', 'archive-corrupt'])

/** Does what a form asked. What a person can mend comes back as a value; anything else is thrown on. */
export async function attempt<T>(act: () => T | Promise<T>): Promise<{ readonly done: T } | { readonly refused: EenlijnError }> {
  try {
    return { done: await act() }
  } catch (error) {
    if (error instanceof EenlijnError && refusals.has(error.code)) return { refused: error }
    throw error
  }
}

export const statusOf = (error: EenlijnError): ContentfulStatusCode => problemKinds[error.code].status
