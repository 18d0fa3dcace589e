import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addressesIn, neutralCss } from './neutral-css.ts'

export type Asset = { readonly body: Buffer | string; readonly type: string }

type Prepared = { readonly files: Map<string, Asset>; readonly served: ReadonlyMap<string, string> }

const types: { readonly [extension: string]: string } = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

let prepared: Prepared | undefined

/**
 * Everything to be served under /assets/, by file name. Each name carries a hash of the content, so that a browser
 * may keep the file for ever: a changed file has another name.
 */
export function prepareAssets(): Map<string, Asset> {
  prepared ??= prepare()
  return prepared.files
}

/**
 * The address of a file by its plain name, such as 'golden-thread.css'.
 * @throws for a name that is not there: that is a mistake in the page
 */
export function assetUrl(name: string): string {
  prepared ??= prepare()
  const file = prepared.served.get(name)
  if (!file)
    throw new Error(`There is no asset "${name}". There are: ${[...prepared.served.keys()].join(', ')}`)
  return `/assets/${file}`
}

function prepare(): Prepared {
  const files = new Map<string, Asset>()
  const served = new Map<string, string>()
  const add = (name: string, body: string) => {
    const dot = name.lastIndexOf('.')
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
    const file = `${name.slice(0, dot)}.${hash}${name.slice(dot)}`
    files.set(file, { body, type: types[name.slice(dot + 1)] ?? 'application/octet-stream' })
    served.set(name, file)
  }
  const address = (name: string) => `/assets/${served.get(name)}`

  const find = createRequire(import.meta.url)
  const govuk = dirname(find.resolve('govuk-frontend'))
  const moj = dirname(find.resolve('@ministryofjustice/frontend/moj/moj-frontend.min.css'))
  const stylesheets = [
    ['govuk-frontend.css', neutralCss(read(govuk, 'govuk-frontend.min.css'))],
    ['moj-frontend.css', neutralCss(read(moj, 'moj-frontend.min.css'))],
    ['golden-thread.css', readOwn('golden-thread.css')],
  ] as const
  // Pictures first, scripts that are imported before those that import them: a name has to be known to be used.
  for (const [, css] of stylesheets) {
    for (const picture of addressesIn(css)) add(picture, read(moj, join('assets', 'images', picture)))
  }
  for (const [name, css] of stylesheets) {
    add(
      name,
      css.replaceAll(/\/assets\/images\/([\w.-]+)/g, (_, picture: string) => address(picture)),
    )
  }
  add('icon.svg', readOwn('icon.svg'))
  add('govuk-frontend.min.js', withoutSourceMap(read(govuk, 'govuk-frontend.min.js')))
  for (const name of ['init.js', 'draft.js', 'sign-in.js']) {
    add(
      name,
      readOwn(name).replaceAll(
        /(from ')\.\/([\w.-]+)'/g,
        (_, from: string, file: string) => `${from}${address(file)}'`,
      ),
    )
  }
  return { files, served }
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}

/** Our own files lie beside this one in the source, and are looked for there when the program runs bundled. */
function readOwn(file: string): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  if (existsSync(join(folder, file))) return read(folder, file)
  while (!existsSync(join(folder, 'src/web/assets', file))) {
    if (dirname(folder) === folder)
      throw new Error(`The file src/web/assets/${file} is missing: install the package again`)
    folder = dirname(folder)
  }
  return read(join(folder, 'src/web/assets'), file)
}

function withoutSourceMap(script: string): string {
  return script.replace(/\/\/# sourceMappingURL=\S*\s*$/, '')
}
