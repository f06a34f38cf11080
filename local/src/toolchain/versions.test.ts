import { describe, expect, it } from 'vitest'
import { isAtLeast, versionIn } from './find-program.ts'
import { javaMajor } from './java.ts'

describe('a version', () => {
  it('is found in what a program prints', () => {
    expect(versionIn('postgres (PostgreSQL) 18.4 (Debian 18.4-1)')).toEqual([18, 4])
    expect(versionIn('1.18.3\n')).toEqual([1, 18, 3])
    expect(versionIn('edge')).toBeUndefined()
  })

  it('is compared number by number', () => {
    expect(isAtLeast([1, 18, 3], [1, 18, 3])).toBe(true)
    expect(isAtLeast([1, 18, 10], [1, 18, 3])).toBe(true)
    expect(isAtLeast([2], [1, 18, 3])).toBe(true)
    expect(isAtLeast([1, 18, 2], [1, 18, 3])).toBe(false)
    expect(isAtLeast([1, 9, 9], [1, 18, 3])).toBe(false)
    expect(isAtLeast(undefined, [1])).toBe(false)
  })

  it('of Java is its first number, or the second of the old ones', () => {
    expect(javaMajor('openjdk version "17.0.15" 2025-04-15')).toBe(17)
    expect(javaMajor('java version "25" 2025-09-16')).toBe(25)
    expect(javaMajor('java version "1.8.0_402"')).toBe(8)
    expect(javaMajor('The operation couldn’t be completed. Unable to locate a Java Runtime.')).toBe(0)
  })
})
