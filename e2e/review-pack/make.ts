export async function makePack(_out: string): Promise<readonly { file: string; bytes: number }[]> {
  return []
}
