import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import { useMemo, useState } from 'react'
import { type Drawing, drawingOf, EMPTY, merged } from './drawing.ts'
import { Picture } from './picture.tsx'

const NEIGHBOURS = `query Neighbours($slug: String!) {
  graph(around: $slug) {
    nodes { __typename ... on Paper { slug name status } ... on Technique { slug name } }
    edges { id kind hedged source { slug } target { __typename ... on Paper { slug } ... on Technique { slug } } evidence { quote file line column } }
  }
}`

async function post(query: string, variables: object): Promise<unknown> {
  const response = await fetch('./graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return response.json()
}

/** GraphiQL with the example queries as its tabs, and beside the answer a picture of the graph in it. */
export function Playground({ examples }: { examples: { name: string; query: string }[] }) {
  const [drawing, setDrawing] = useState<Drawing>(EMPTY)
  const fetcher = useMemo((): Fetcher => {
    const send = createGraphiQLFetcher({ url: './graphql', enableIncrementalDelivery: false })
    return async (request, options) => {
      const answer = await send(request, options)
      if (request.operationName !== 'IntrospectionQuery') setDrawing(drawingOf(answer))
      return answer
    }
  }, [])
  const expand = async (slug: string) => {
    const more = drawingOf(await post(NEIGHBOURS, { slug }))
    setDrawing((known) => merged(known, more))
  }
  return (
    <main className="playground">
      <GraphiQL fetcher={fetcher} defaultTabs={examples.map(({ query }) => ({ query }))} />
      <Picture drawing={drawing} onExpand={expand} />
    </main>
  )
}
