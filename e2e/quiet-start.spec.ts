import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from './journeys/fixture.ts'
import { reaches } from './journeys/window.ts'

test('nothing is contacted before the person acts', async ({ stage }) => {
  const asked: string[] = []
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(502).end()
  })
  proxy.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve)
  })
  try {
    const { port } = proxy.address() as AddressInfo
    const scene = await stage('fresh')
    const { app, window } = await scene.start({
      args: [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'],
    })
    await reaches(window, 'plan', 'todo')
    await window.waitForLoadState('networkidle')
    expect(scene.simulator.requests).toEqual([])
    expect(asked).toEqual([])
    // The proxy does record: the same window, asked to contact something, is seen.
    await app.evaluate(({ net }) =>
      net.fetch('http://probe.invalid/').then((reply) => reply.status),
    )
    expect(asked).toEqual(['GET http://probe.invalid/'])
  } finally {
    proxy.close()
  }
})
