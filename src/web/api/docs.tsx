import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Locale, Text } from '../../model/text.ts'
import { problemKinds } from '../problem.ts'
import { localeOf } from './language.ts'

type Described = ReturnType<OpenAPIHono['getOpenAPI31Document']>
type PathItem = NonNullable<Described['paths']>[string]
type Operation = NonNullable<PathItem['get']>
type Content = Readonly<Record<string, { readonly schema?: unknown }>>

const words = {
  whole: { nl: 'Het hele document, voor programma’s:', en: 'The whole document, for programs:' },
  body: { nl: 'Inhoud', en: 'Body' },
  parameters: { nl: 'Parameters', en: 'Parameters' },
  required: { nl: 'verplicht', en: 'required' },
  answers: { nl: 'Antwoorden', en: 'Answers' },
  problems: { nl: 'Foutcodes', en: 'Problem codes' },
  schemas: { nl: 'Vormen', en: 'Schemas' },
} as const satisfies Record<string, Text>

const methods = ['get', 'put', 'post', 'patch', 'delete'] as const

/** The API's own page, made from the API document; nothing is fetched from elsewhere. */
export function addDocs(api: OpenAPIHono, describe: () => Described): void {
  api.get('/docs', (c) => c.html(<Docs described={describe()} locale={localeOf(c)} />))
}

const Docs = ({ described, locale }: { described: Described; locale: Locale }) => (
  <html lang={locale}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{described.info.title}</title>
      <link rel="stylesheet" href="/assets/pico.css" />
      <link rel="stylesheet" href="/assets/house.css" />
    </head>
    <body>
      <main class="container" lang="en">
        <h1>
          {described.info.title} {described.info.version}
        </h1>
        <p>{described.info.description}</p>
        <p lang={locale}>
          {words.whole[locale]} <a href="/v1/openapi.json">openapi.json</a>
        </p>
        <Operations described={described} locale={locale} />
        <Problems locale={locale} />
        <h2 lang={locale}>{words.schemas[locale]}</h2>
        {Object.entries(described.components?.schemas ?? {}).map(([name, schema]) => (
          <details id={`schema-${name}`}>
            <summary>{name}</summary>
            <Schema of={schema} />
          </details>
        ))}
      </main>
    </body>
  </html>
)

const Operations = ({ described, locale }: { described: Described; locale: Locale }) => {
  const operations = Object.entries(described.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method]
      return operation ? [{ path, method, operation }] : []
    }),
  )
  return [...Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? '')].map(([tag, members]) => (
    <section>
      <h2>{tag}</h2>
      {members.map(({ path, method, operation }) => (
        <article id={`${method}${path.replaceAll(/[^A-Za-z]+/g, '-')}`}>
          <h3>
            <code>
              {method.toUpperCase()} /v1{path}
            </code>
          </h3>
          <p>
            <strong>{operation.summary}</strong>
          </p>
          {operation.description && <p>{operation.description}</p>}
          <Parameters of={operation} locale={locale} />
          {operation.requestBody && 'content' in operation.requestBody && (
            <Contents title={words.body[locale]} content={operation.requestBody.content} />
          )}
          <Answers of={operation} locale={locale} />
        </article>
      ))}
    </section>
  ))
}

const Parameters = ({ of, locale }: { of: Operation; locale: Locale }) => {
  const parameters = (of.parameters ?? []).flatMap((parameter) => ('name' in parameter ? [parameter] : []))
  if (parameters.length === 0) return null
  return (
    <>
      <h4 lang={locale}>{words.parameters[locale]}</h4>
      <dl>
        {parameters.map((parameter) => (
          <>
            <dt>
              <code>{parameter.name}</code> ({parameter.in}
              {parameter.required ? `, ${words.required[locale]}` : ''})
            </dt>
            <dd>{parameter.description}</dd>
          </>
        ))}
      </dl>
    </>
  )
}

const Answers = ({ of, locale }: { of: Operation; locale: Locale }) => {
  const answers: readonly [string, { readonly description?: string; readonly content?: Content }][] = Object.entries(of.responses ?? {})
  return (
    <>
      <h4 lang={locale}>{words.answers[locale]}</h4>
      {answers.map(([status, { description, content }]) => (
        <Contents title={`${status}: ${description ?? ''}`} content={content ?? {}} />
      ))}
    </>
  )
}

const Contents = ({ title, content }: { title: string; content: Content }) => (
  <>
    <p>{title}</p>
    {Object.entries(content).map(([mediaType, { schema }]) => (
      <details>
        <summary>{mediaType}</summary>
        <Schema of={schema} />
      </details>
    ))}
  </>
)

const Schema = ({ of }: { of: unknown }) => <pre tabindex={0}>{JSON.stringify(of, null, 2)}</pre>

const Problems = ({ locale }: { locale: Locale }) => (
  <section lang={locale}>
    <h2>{words.problems[locale]}</h2>
    <dl>
      {Object.entries(problemKinds).map(([code, { status, title }]) => (
        <>
          <dt id={code}>
            <code>{code}</code> ({status})
          </dt>
          <dd>{title[locale]}</dd>
        </>
      ))}
    </dl>
  </section>
)
