// The least that must work on every Node that we support.
import { playScenarios } from './scenario.ts'

playScenarios('smoke.scenario')
