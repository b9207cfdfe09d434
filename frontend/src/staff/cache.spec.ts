import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type EffectScope, effectScope } from 'vue'
import { ApiProblem, type Me, NoAnswer } from '@/api'
import { agent } from '@/login'
import { flushPromises } from '@/testing/harness'
import { cache, forget, readAgain, tryAgain } from './cache'
import { useRead } from './useRead'

const name = ['house', 'moyaux'] as const
let scopes: EffectScope[] = []

/** A screen that reads, until it is left. */
function screen<T>(read: () => Promise<T>, how = {}) {
  const own = effectScope()
  scopes.push(own)
  const reading = own.run(() => useRead(() => name, read, how))!
  return { ...reading, leave: () => own.stop() }
}

function lookAgain(): void {
  document.dispatchEvent(new Event('visibilitychange'))
  window.dispatchEvent(new Event('visibilitychange'))
}

beforeEach(() => {
  scopes = []
})
afterEach(() => scopes.forEach((one) => one.stop()))

describe('the cache of what staff read', () => {
  it('asks once for many readers', async () => {
    const read = vi.fn(async () => 'Moyaux')
    const [one, other] = [screen(read), screen(read)]
    await flushPromises()
    expect([one.data.value, other.data.value]).toEqual(['Moyaux', 'Moyaux'])
    expect(read).toHaveBeenCalledTimes(1)
  })

  it('tries again by itself when no answer comes, and not when the server refuses', async () => {
    vi.useFakeTimers()
    const { queries } = cache.getDefaultOptions()
    cache.setDefaultOptions({ queries: { ...queries, retry: tryAgain } })
    const read = vi.fn().mockRejectedValueOnce(new NoAnswer('cut')).mockResolvedValue('Moyaux')
    const { data, failure } = screen(read)
    await vi.advanceTimersByTimeAsync(0)
    expect([data.value, failure.value]).toEqual([null, null])
    await vi.advanceTimersByTimeAsync(1000)
    expect(data.value).toBe('Moyaux')
    expect(tryAgain(2, new NoAnswer('cut'))).toBe(false)
    expect(tryAgain(0, new ApiProblem(404, 'not-found', ''))).toBe(false)
    // The screen counts down how long to wait.
    expect(tryAgain(0, new ApiProblem(503, 'busy', '', [], [], 3))).toBe(false)
    cache.setDefaultOptions({ queries })
  })

  it('reads again when the window is looked at again, but not what is being edited', async () => {
    const read = vi.fn(async () => 'Moyaux')
    const { leave } = screen(read)
    await flushPromises()
    lookAgain()
    await flushPromises()
    expect(read).toHaveBeenCalledTimes(2)
    leave()
    cache.clear()
    const edited = vi.fn(async () => 'Moyaux')
    screen(edited, { still: true })
    await flushPromises()
    lookAgain()
    await flushPromises()
    expect(edited).toHaveBeenCalledTimes(1)
  })

  it('says a failure to whoever opens a page, and keeps still about one behind the scenes', async () => {
    const read = vi.fn().mockResolvedValueOnce('Moyaux').mockRejectedValue(new NoAnswer('cut'))
    const { data, failure, leave } = screen(read)
    await flushPromises()
    lookAgain()
    await flushPromises()
    expect(read).toHaveBeenCalledTimes(2)
    expect([data.value, failure.value]).toEqual(['Moyaux', null])
    leave()
    const opened = screen(read)
    await flushPromises()
    expect(opened.failure.value).toBeInstanceOf(NoAnswer)
  })

  it('keeps what is put there against an answer that was on its way', async () => {
    let answer: (found: string) => void = () => undefined
    const read = vi.fn().mockResolvedValueOnce('before').mockImplementation(() => new Promise((resolve) => (answer = resolve)))
    const { data, reload } = screen(read)
    await flushPromises()
    void reload()
    data.value = 'saved'
    answer('before')
    await flushPromises()
    expect(data.value).toBe('saved')
  })

  it('after a command reads again what is on the screen, and forgets what is not', async () => {
    const read = vi.fn(async () => 'Moyaux')
    const { leave } = screen(read)
    await flushPromises()
    await readAgain(['house'])
    expect(read).toHaveBeenCalledTimes(2)
    forget(['house'])
    expect(cache.getQueryData(name)).toBe('Moyaux')
    leave()
    forget(['house'])
    expect(cache.getQueryData(name)).toBeUndefined()
  })

  it('holds nothing of one agent for the next', async () => {
    agent.value = { username: 'claire' } as Me
    const { leave } = screen(async () => 'Moyaux')
    await flushPromises()
    leave()
    agent.value = { username: 'marc' } as Me
    expect(cache.getQueryData(name)).toBeUndefined()
  })

  it('holds nothing in the browser’s storages', async () => {
    screen(async () => 'Jeanne Lefèvre')
    await flushPromises()
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('Jeanne')
  })
})
