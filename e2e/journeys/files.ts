import type { ElectronApplication, Page } from 'playwright'
import type { PaperForm, PaperId } from '../../electron/contract/papers.ts'

/** From now on the save dialog answers with this path, as a person who chose it would. */
export async function saveTo(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
}

/** Has a document of the connection shown in one of its forms. */
export async function takePaper(window: Page, paper: PaperId, form: PaperForm): Promise<void> {
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"] button[data-action="papers"]').click()
  await window.locator(`[data-paper="${paper}"] button[data-action="${form}"]`).click()
}

/** From now on the dialog that asks for a file or a folder answers with this one. */
export async function chooses(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, filePath)
}
