/**
 * Who is measured when, in round `round`: every other round runs backwards, so that each of two comes
 * first as often as the other, and they begin elsewhere after each two.
 */
export function turn<Name>(names: readonly Name[], round: number): Name[] {
  const start = Math.floor(round / 2) % names.length
  const order = [...names.slice(start), ...names.slice(0, start)]
  return round % 2 === 0 ? order : order.toReversed()
}

const named = <Name extends string>(subjects: Partial<Record<Name, unknown>>): Name[] => {
  const isName = (name: string): name is Name => Object.hasOwn(subjects, name)
  return Object.keys(subjects).filter(isName)
}

/**
 * Measures all subjects in turn, round after round, so that a machine that slows down or warms up does
 * so for all. Figures of the same place are of the same round. Warm-ups are rounds before these which
 * fill the system's caches and are not counted.
 */
export async function inRounds<Name extends string, Measured>(
  subjects: Readonly<Partial<Record<Name, () => Promise<Measured>>>>,
  { rounds, warmUps }: { readonly rounds: number; readonly warmUps: number },
): Promise<(name: Name) => readonly Measured[]> {
  const figures = new Map<Name, Measured[]>()
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const name of turn(named(subjects), round)) {
      const figure = await subjects[name]?.()
      if (round < warmUps || figure === undefined) continue
      figures.set(name, [...(figures.get(name) ?? []), figure])
    }
  }
  return (name) => figures.get(name) ?? []
}
