import process from 'node:process'

/** Runs `work` as somebody else might: in another time zone, another language, with other rights. */
export async function asSomebodyElse<T>(work: () => Promise<T>): Promise<T> {
  const { TZ, LC_ALL } = process.env
  const mask = process.umask(0o077)
  Object.assign(process.env, { TZ: 'Asia/Tokyo', LC_ALL: 'de_DE.UTF-8' })
  try {
    return await work()
  } finally {
    process.umask(mask)
    for (const [name, value] of Object.entries({ TZ, LC_ALL })) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}
