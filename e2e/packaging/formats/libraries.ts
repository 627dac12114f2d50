import { LIBRARY_PACKAGES } from '../../runtime/system.ts'
import type { Linked } from './elf.ts'

/** Parts of glibc, of which the newest symbol that is asked for says which version is needed. */
const GLIBC = /^(lib(c|dl|m|pthread|rt)\.so\.\d|ld-linux.*\.so\.\d)$/

/**
 * The oldest version of each package that has what the app calls in it. A version is also what keeps
 * a package manager from taking another package that offers the bare name (`libasound2`).
 * Source: dpkg-shlibdeps on Debian 12, which `npm run installers` compares with.
 */
const SINCE: Readonly<Record<string, string | null>> = {
  libasound2: '1.0.17',
  'libatk-bridge2.0-0': '2.5.3',
  'libatk1.0-0': '2.32.0',
  'libatspi2.0-0': '2.9.90',
  libcairo2: '1.6.0',
  libcups2: '1.7.0',
  'libdbus-1-3': '1.9.14',
  libdrm2: '2.4.75',
  libexpat1: '2.1~beta3',
  libgbm1: '17.1.0~rc2',
  'libgcc-s1': '4.2',
  'libglib2.0-0': '2.37.3',
  'libgtk-3-0': '3.9.10',
  libnspr4: '2:4.9-2~',
  libnss3: '2:3.30',
  'libpango-1.0-0': '1.14.0',
  'libsecret-1-0': '0.18',
  'libstdc++6': '5.2',
  libudev1: '183',
  'libx11-6': '2:1.4.99.1',
  libxcb1: '1.9.2',
  libxcomposite1: '1:0.4.5',
  libxdamage1: '1:1.1',
  libxext6: null,
  libxfixes3: null,
  libxkbcommon0: '0.5.0',
  libxrandr2: null,
}

/**
 * What Chromium loads while it starts, and ends without, by a trap and without a word: no linker names
 * it, so neither `readelf` nor dpkg-shlibdeps nor rpm's own tool finds it. Seen on a minimal Debian 12.
 */
const LOADED = { soname: 'libX11-xcb.so.1', debian: 'libx11-xcb1' } as const

/** What is started or looked for at run time. */
const CALLED = {
  /** Opens the sign-in page in the person's browser. */
  depends: ['xdg-utils'],
  /**
   * A keychain, without which no sign-in can be kept; letters to draw; and what the system's notifications go
   * through, which Electron loads when there is something to tell: without it the taskbar beckons.
   */
  recommends: [
    'gnome-keyring | kwalletmanager | keepassxc',
    'fonts-liberation | fonts-noto-core',
    'libnotify4',
  ],
} as const

/** What of it no tool finds, by the names of Debian and of RPM. */
export const UNSEEN: readonly string[] = [
  LOADED.debian,
  `${LOADED.soname}()(64bit)`,
  ...CALLED.depends,
]

/** What a Debian package asks for, sorted; rejects naming a library whose package nobody has written down. */
export function debianNeeds({ libraries, glibc }: Linked): {
  depends: readonly string[]
  recommends: readonly string[]
} {
  const names = libraries
    .filter((library) => !GLIBC.test(library))
    .map((library) => {
      const name = LIBRARY_PACKAGES[library]
      const since = name === undefined ? undefined : SINCE[name]
      if (name === undefined || since === undefined)
        throw new Error(
          `The app is linked against ${library}, of which no Debian package is written down (e2e/runtime/system.ts, and its oldest version in e2e/packaging/formats/libraries.ts).`,
        )
      return since === null ? name : `${name} (>= ${since})`
    })
  const depends = new Set([...names, `libc6 (>= ${glibc})`, LOADED.debian, ...CALLED.depends])
  return { depends: [...depends].toSorted(), recommends: CALLED.recommends }
}

/**
 * What an rpm package asks for: sonames, which mean the same on every distribution, and glibc by its
 * newest symbol. `()(64bit)` is how rpm writes that a library is of 64 bits.
 */
export function rpmNeeds({ libraries, glibc }: Linked): string[] {
  const named = [...libraries, LOADED.soname].map((library) => `${library}()(64bit)`)
  return [...named, `libc.so.6(GLIBC_${glibc})(64bit)`, ...CALLED.depends].toSorted()
}
