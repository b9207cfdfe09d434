import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { frameOf } from './scripts/frame.mjs'
import { guides } from './scripts/guides.mjs'
import { STAFF } from './scripts/size.mjs'
import type { FakeApi } from './src/testing/fakeApi'

const API = process.env.API_URL ?? 'http://127.0.0.1:8080'

const BASE =
  /node_modules\/(vue|@vue|vue-router|openapi-fetch)\/|plugin-vue:export-helper|src\/(time|text\/(?!fr\/|en\/)[^/]*|api\/(client|problem|places))|src\/ui\/[a-z]+\.css|src\/ui\/(AppIcon|NoticeBox|LoadingBlock|FailureNotice|BusyButton|PageTitle|useKept|useLoad|useTurn|useNow|focus|broken)\b/

/** Behind the name of a chunk. */
const HASHED = '-12345678.js'.length
const STAFF_PAGES = new Set([
  // Several pages of the staff in one file, and the door before them.
  'people',
  'StaffGate',
  // For integrators, at their desks.
  'ReferenceDoor',
  ...readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('Page.vue') && STAFF.test(`src/${path}`))
    .map((path) => basename(path, '.vue')),
])

export default defineConfig(({ mode }) => ({
  plugins: [vue(), guides(), frames(), ...(mode === 'fixture' ? [fixtures()] : [])],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: { __VUE_OPTIONS_API__: false },
  build: {
    manifest: true,
    target: 'es2022',
    // The first file would name every file of every page of the staff, so that they are fetched a moment sooner: 1.5 kB that each phone
    // of the public would load for it.
    modulePreload: { polyfill: false, resolveDependencies: (file, files) => (STAFF_PAGES.has(basename(file).slice(0, -HASHED)) ? [] : files) },
    // What every page needs travels together: many small files weigh more, and each is asked for by name.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'base', test: BASE }] } } },
  },
  server: { proxy: mode === 'fixture' ? undefined : { '/api/v1': API } },
  preview: { proxy: { '/api/v1': API } },
  test: {
    environment: 'jsdom',
    // A graph of modules and a document for every file cost more than all the tests in it; setup.ts leaves them clean.
    isolate: false,
    setupFiles: ['src/testing/setup.ts'],
    testTimeout: 30_000,
    include: ['src/**/*.spec.ts', 'scripts/**/*.spec.mjs'],
  },
}))

/** The booking in the frame of another site is the same app (see main.ts) in a document of its own, the one that may be framed. */
function frames(): Plugin {
  return {
    name: 'porte-ouverte-frames',
    writeBundle({ dir }) {
      writeFileSync(`${dir}/cadre.html`, frameOf(readFileSync(`${dir}/index.html`, 'utf8')))
    },
    // While one develops there is one document for all.
    transformIndexHtml: (index, { server, originalUrl }) => (server && /^\/cadre\b/.test(originalUrl ?? '') ? frameOf(index) : index),
  }
}

/** Answers /api from the unit tests' fake, to look at the screens with nothing else running. */
function fixtures(): Plugin {
  return {
    name: 'porte-ouverte-fixtures',
    configureServer(server) {
      let api: FakeApi
      server.middlewares.use('/api/v1', async (incoming, outgoing) => {
        api ??= ((await server.ssrLoadModule('/src/testing/fullDay.ts')) as { fullDay: () => FakeApi }).fullDay()
        const chunks: Buffer[] = []
        for await (const chunk of incoming) chunks.push(chunk as Buffer)
        const request = new Request(`http://localhost/api/v1${incoming.url}`, {
          method: incoming.method,
          headers: incoming.headers as Record<string, string>,
          body: chunks.length ? Buffer.concat(chunks) : null,
        })
        const answer = await api.fetch(request)
        outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
        // Streams go on; a browser that leaves ends them.
        for await (const chunk of (answer.body ?? []) as unknown as AsyncIterable<Uint8Array>) outgoing.write(chunk)
        outgoing.end()
      })
    },
  }
}
