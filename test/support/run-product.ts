import { type ChildProcess, spawn } from 'node:child_process'

/** The environment of a product on a folder of its own. */
const around = (folder: string, port: string) => {
  const { DATABASE_URL: _server, ...env } = process.env
  return { ...env, GOLDEN_THREAD_DATA: folder, PORT: port, HOST: '127.0.0.1' }
}

export interface Product {
  readonly address: string
  stop(): Promise<void>
}

/**
 * Starts the product as README says: the demonstration, its seed and all where the folder is empty.
 * @param port the same again, where browsers are to find it after a restart; a free one where not said
 */
export async function startProduct(folder: string, port = '0'): Promise<Product> {
  const product: ChildProcess = spawn(process.execPath, ['bin/golden-thread.mjs', 'start', '--demo'], {
    env: around(folder, port),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /Golden Thread is at (http:\/\/\S+)/.exec(said)
      if (found?.[1]) resolve(found[1])
    }
    product.stdout?.on('data', hear)
    product.stderr?.on('data', hear)
    product.once('exit', code => reject(new Error(`The product stopped with ${code}:\n${said}`)))
  })
  return {
    address,
    stop: async () => {
      product.removeAllListeners('exit')
      const gone = new Promise(resolve => product.once('exit', resolve))
      product.kill('SIGTERM')
      await gone
    },
  }
}
