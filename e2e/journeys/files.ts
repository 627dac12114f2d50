import type { ElectronApplication } from 'playwright'

/** From now on the save dialog answers with this path, as a person who chose it would. */
export async function saveTo(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
}
