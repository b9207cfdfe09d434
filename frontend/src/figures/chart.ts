import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Drawing } from './usePicture'

use([BarChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer])

export interface Bars {
  names: string[]
  series: { name: string; values: (number | null)[] }[]
  /** Bars from left to right, for long names. */
  lying: boolean
}

/**
 * Draws bars as SVG, which stays sharp in print; a pattern tells the series apart where colours do not.
 * @returns what to call with other bars, and when it goes
 */
export function drawing(box: HTMLElement): Drawing<Bars> {
  const chart = init(box, undefined, { renderer: 'svg' })
  const style = getComputedStyle(box)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  return {
    show({ names, series, lying }) {
      const ends = { type: 'category' as const, data: names, inverse: lying, axisLabel: { width: lying ? 170 : undefined, overflow: 'break' as const, color: colour('--ink') }, axisTick: { show: false } }
      const value = { type: 'value' as const, minInterval: 1, axisLabel: { color: colour('--ink') }, splitLine: { lineStyle: { color: colour('--line') } } }
      chart.setOption(
        {
          animation: false,
          textStyle: { fontFamily: style.fontFamily, fontSize: 14 },
          // The table below the picture says it to who does not see it.
          aria: { enabled: true, label: { enabled: false }, decal: { show: series.length > 1 } },
          color: [colour('--door'), colour('--glow')],
          grid: { left: 8, right: 24, top: series.length > 1 ? 40 : 16, bottom: 8, containLabel: true },
          tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
          legend: series.length > 1 ? { top: 0, textStyle: { color: colour('--ink'), fontSize: 14 } } : undefined,
          xAxis: lying ? value : ends,
          yAxis: lying ? ends : value,
          series: series.map((one) => ({ type: 'bar', name: one.name, data: one.values, barMaxWidth: 28, itemStyle: { borderColor: colour('--ink'), borderWidth: 1 } })),
        },
        true,
      )
    },
    fit: () => chart.resize(),
    end: () => chart.dispose(),
  }
}
