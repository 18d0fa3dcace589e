import { subscribe } from 'node:diagnostics_channel'
import { createWriteStream } from 'node:fs'

/**
 * Loaded into the server beside the product, which knows nothing of it: from when a request was read to when its answer
 * was handed on, a line each, by the name that the load gave it.
 */
const to = createWriteStream(process.env.BENCH_TIMES ?? '/dev/null')
const begun = new WeakMap()
subscribe('http.server.request.start', ({ request }) => begun.set(request, performance.now()))
subscribe('http.server.response.finish', ({ request, response }) => {
  const name = request.headers['x-bench']
  const from = begun.get(request)
  if (name && from !== undefined)
    to.write(`${name}\t${response.statusCode}\t${(performance.now() - from).toFixed(2)}\n`)
})
