export declare const ROOMS: readonly string[]
export declare function objection(from: string, to: string): string
