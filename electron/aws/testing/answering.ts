import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'
import { endpointsFrom } from '../../network/endpoints-from.ts'

const DELETED = '<DeleteResult></DeleteResult>'

/** A server whose answer is `reply` of the number of the request. Resolves how to reach it. */
export async function answering(reply: (asked: number) => string) {
  let asked = 0
  const server = createServer((message, response) => {
    message.resume()
    message.on('end', () => {
      const text =
        message.method === 'POST' && message.url === '/bucket?delete' ? DELETED : reply(asked)
      asked += 1
      const type = text.startsWith('{') ? 'application/json' : 'text/xml'
      response.writeHead(200, { 'content-type': type }).end(text)
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    endpoints: endpointsFrom({ AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` }),
    credentials: () => Promise.resolve({ accessKeyId: 'ASIA', secretAccessKey: 's' }),
  }
}
export type Answering = Awaited<ReturnType<typeof answering>>
