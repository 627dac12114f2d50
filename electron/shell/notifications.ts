import { Notification, type BrowserWindow } from 'electron'
import { visible } from '../base/visible.ts'

/** A notification that nobody refers to is collected as garbage, and its click with it. */
const shown = new Set<Notification>()

/** Tells the person something through the system, unless they are looking at the window. */
export function notify(window: BrowserWindow, title: string, body: string): void {
  if (window.isDestroyed() || window.isFocused()) return
  // Where the system tells nothing, the window's own place in the taskbar does.
  const beckon = (): void => {
    if (!window.isDestroyed()) window.flashFrame(true)
  }
  if (!Notification.isSupported()) return beckon()
  const notification = new Notification({ title: visible(title), body: visible(body) })
  const over = (): void => void shown.delete(notification)
  notification.on('close', over)
  notification.on('click', () => {
    over()
    bringToFront(window)
  })
  // Without a notification service on Linux: `isSupported` is true there as well.
  notification.on('failed', () => {
    over()
    beckon()
  })
  shown.add(notification)
  notification.show()
}

/** Shows the window to somebody who asked for it; focus alone leaves a minimised one where it is. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
