import { describe, expect, it } from 'vitest'
import type { Removable } from '../../electron/contract/disconnect.ts'
import type { ErrorCode } from '../../electron/errors/catalogue.ts'
import { isOpen, listingOf } from './listing.ts'

const item = (state: Removable['state'], code?: ErrorCode): Removable => ({
  id: 'bucket',
  name: 'b',
  state,
  objects: null,
  ...(code ? { error: { code, facts: {} } } : {}),
})

describe('the list of what can be removed', () => {
  it('is open as long as something is there, or could not be removed', () => {
    expect(listingOf([item('removed'), item('there')]).open).toBe(true)
    expect(listingOf([item('failed', 'network-offline')]).open).toBe(true)
    expect(listingOf([item('removed'), item('gone'), item('not-ours')]).open).toBe(false)
    expect(listingOf([]).open).toBe(false)
  })

  it('is open while something could not be read, and not for what has lost its mark', () => {
    expect(listingOf([item('unread', 'aws-denied')])).toMatchObject({ open: true, denied: true })
    expect(listingOf([item('removed'), item('unmarked')]).open).toBe(false)
  })

  it('offers to remove neither of them', () => {
    expect([isOpen(item('unread', 'aws-denied')), isOpen(item('unmarked'))]).toEqual([false, false])
  })

  it('is running, and not open, while the last thing is being removed', () => {
    expect(listingOf([item('removed'), item('removing')])).toEqual({
      ended: null,
      open: false,
      running: true,
      denied: false,
    })
  })

  it('says what the person may not do', () => {
    expect(listingOf([item('there'), item('failed', 'aws-denied')]).denied).toBe(true)
    expect(listingOf([item('failed', 'network-offline')]).denied).toBe(false)
  })

  it('asks for another sign-in when that has ended, whichever thing found it', () => {
    const items = [item('removed'), item('failed', 'aws-denied'), item('failed', 'not-signed-in')]
    expect(listingOf(items).ended?.code).toBe('not-signed-in')
    expect(listingOf(items.slice(0, 2)).ended).toBeNull()
  })
})
