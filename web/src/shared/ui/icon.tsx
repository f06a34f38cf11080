const paths = {
  bag: 'M6 8h12l-.8 10.2a2 2 0 0 1-2 1.8H8.8a2 2 0 0 1-2-1.8zM9 10V7.5a3 3 0 0 1 6 0V10',
  person: 'M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8zM5 20a7 7 0 0 1 14 0',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M7 7l10 10M17 7L7 17',
  minus: 'M6 12h12',
  plus: 'M12 6v12M6 12h12',
  picture: 'M5 5h14v14H5zM5 16l4.5-4.5L13 15l2.5-2.5L19 16M15 9h.01',
  search: 'M11 5a6 6 0 1 0 0 12a6 6 0 0 0 0-12zM15.5 15.5L20 20',
  down: 'M7 10l5 5 5-5',
  back: 'M11 6l-6 6 6 6M5 12h14',
  forward: 'M13 6l6 6-6 6M19 12H5',
}

interface IconProps {
  name: keyof typeof paths
  className?: string
}

export const Icon = ({ name, className = 'size-5' }: IconProps) => (
  <svg
    aria-hidden="true"
    viewBox="0 0 24 24"
    className={`shrink-0 ${className}`}
    fill="none"
    stroke="currentColor"
    strokeWidth="1.9"
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={paths[name]} />
  </svg>
)
