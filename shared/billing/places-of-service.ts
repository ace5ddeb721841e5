/** Place of service codes a massage practice meets, in plain words (CMS place of service code set). */
export const PLACES_OF_SERVICE: ReadonlyMap<string, string> = new Map([
  ['02', 'telehealth, not at home'],
  ['10', 'telehealth at home'],
  ['11', 'office'],
  ['12', 'home'],
  ['13', 'assisted living'],
  ['15', 'mobile unit'],
  ['18', 'worksite'],
  ['19', 'outpatient hospital, off campus'],
  ['22', 'outpatient hospital'],
  ['31', 'skilled nursing facility'],
  ['32', 'nursing facility'],
  ['34', 'hospice'],
  ['49', 'clinic'],
  ['99', 'other place'],
])
