Feature: Everything that goes wrong

  Scenario: passes
    Given a step that passes

  Scenario: undefined
    Given a step that passes
    When nobody wrote this step

  Scenario: ambiguous
    Given a step that fits twice

  Scenario: pending
    Given a step that is pending

  @before-fails
  Scenario: failing Before hook
    Given a step that passes

  @after-fails
  Scenario: failing After hook
    Given a step that passes

  Scenario: failed assertion
    Given a step that expects 1 and finds 2

  Scenario: thrown error
    Given a step that throws

  Scenario: no steps


  Scenario: skipped by its step
    Given a step that skips

  Scenario Outline: two rows alike
    Given a step that passes with "<value>"

    Examples:
      | value |
      | same  |
      | same  |

  Scenario: leaves the process
    Given a step that calls exit 0

  Scenario: spins
    Given a step that spins

  Scenario: exhausts memory
    Given a step that takes all memory

  Scenario: passes at the second attempt
    Given a step that fails at the first attempt

  Scenario: throws no error at all
    Given a step that throws a word

  Scenario: rejects late
    Given a step that leaves a rejection behind
