Feature: Cases that wait for somebody else

  Scenario Outline: waits as number <n>
    Given a step that waits

    Examples:
      | n  |
      | 1  |
      | 2  |
      | 3  |
      | 4  |
      | 5  |
      | 6  |
      | 7  |
      | 8  |
      | 9  |
      | 10 |
      | 11 |
      | 12 |
