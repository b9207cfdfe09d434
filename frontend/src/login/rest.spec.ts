import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { clock } from '@/time'
import { endWatch, locked, nearing, restEnds, restsLong, touchedAt, watchRest } from './rest'

const MINUTE = 60_000

describe('a page of the staff that nobody touches', () => {
  const on = { lock: vi.fn(), tell: vi.fn() }

  beforeEach(() => {
    vi.useFakeTimers()
    clock.now = () => new Date()
    vi.clearAllMocks()
  })
  afterEach(() => {
    endWatch()
    restEnds()
  })
  const pass = (ms: number) => vi.advanceTimersByTime(ms)
  const touch = () => document.body.dispatchEvent(new Event('keydown', { bubbles: true }))

  it('says so a minute before, and locks', () => {
    watchRest(600, on)
    pass(9 * MINUTE - 1)
    expect(nearing.value).toBe(false)
    pass(1)
    expect(nearing.value).toBe(true)
    pass(MINUTE - 1)
    expect(on.lock).not.toHaveBeenCalled()
    pass(1)
    expect(on.lock).toHaveBeenCalledOnce()
    expect(nearing.value).toBe(false)
  })

  it('stays open while somebody is there', () => {
    watchRest(600, on)
    for (let minute = 0; minute < 30; minute += 5) {
      pass(5 * MINUTE)
      touch()
    }
    expect(on.lock).not.toHaveBeenCalled()
    pass(10 * MINUTE)
    expect(on.lock).toHaveBeenCalledOnce()
  })

  it('is open again with a touch while it warns', () => {
    watchRest(600, on)
    pass(9.5 * MINUTE)
    expect(nearing.value).toBe(true)
    touch()
    expect(nearing.value).toBe(false)
    pass(9 * MINUTE - 1)
    expect(on.lock).not.toHaveBeenCalled()
  })

  it('hears that somebody is at another tab, and tells the others so', () => {
    watchRest(600, on)
    pass(9.5 * MINUTE)
    touchedAt(Date.now())
    expect(nearing.value).toBe(false)
    touch()
    touch()
    expect(on.tell).toHaveBeenCalledOnce()
  })

  it('locks by the first touch after the computer slept: that one comes too late', () => {
    watchRest(600, on)
    vi.setSystemTime(Date.now() + 60 * MINUTE)
    touch()
    expect(on.lock).toHaveBeenCalledOnce()
  })

  it('that the browser brings back after a while locks at once', () => {
    sessionStorage.setItem('porte-ouverte.touched', String(Date.now() - 11 * MINUTE))
    watchRest(600, on)
    expect(on.lock).toHaveBeenCalledOnce()
  })

  it('never locks where an installation has it so; its login rests all the same', () => {
    watchRest(0, on)
    pass(24 * 60 * MINUTE)
    expect(on.lock).not.toHaveBeenCalled()
    expect(locked.value).toBe(false)
    expect(restsLong()).toBe(true)
    touch()
    expect(restsLong()).toBe(false)
  })
})
