import { afterEach, describe, expect, it, vi } from 'vitest'

const frame = vi.fn()
const mounted = vi.fn()

async function started(path: string, marked: boolean): Promise<void> {
  history.replaceState(null, '', path)
  if (marked) document.documentElement.dataset.frame = ''
  vi.resetModules()
  vi.doMock('./frame', () => ({ showFrame: frame }))
  vi.doMock('./App.vue', () => ({ default: { render: mounted } }))
  vi.doMock('./router', () => ({ appRouter: () => () => undefined }))
  document.body.innerHTML = '<div id="app"></div>'
  await import('./main')
  await vi.waitFor(() => expect(frame.mock.calls.length + mounted.mock.calls.length).toBe(1))
}

afterEach(() => {
  for (const file of ['./frame', './App.vue', './router']) vi.doUnmock(file)
  vi.resetModules()
  vi.clearAllMocks()
  delete document.documentElement.dataset.frame
  document.body.innerHTML = ''
  history.replaceState(null, '', '/')
})

describe('the document that may be framed', () => {
  it.each(['/CADRE/equipe', '/%63adre/equipe', '/equipe/agents/..%2f..%2fcadre%2fx', '/cadre/creneau'])('shows the frame only, at %s', async (path) => {
    await started(path, true)
    expect(frame).toHaveBeenCalledOnce()
  })

  it('is known by its mark, not by its address', async () => {
    await started('/cadre/creneau', false)
    expect(frame).not.toHaveBeenCalled()
  })
})
