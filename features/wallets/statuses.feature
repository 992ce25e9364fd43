@service:wallet
@one-tenant
Feature: The statuses of a wallet
  A wallet that is not active yet can be activated, an active one suspended, and each of them terminated
  or deleted. Terminated, merged and deleted are for ever.

  @severity:critical
  Scenario Outline: A wallet that is <from> and <step> is <to>
    Given Anna has a wallet that is <from>
    When her wallet is to be <step>
    Then her wallet is <to>

    Examples:
      | from      | step       | to         |
      | inactive  | activated  | active     |
      | suspended | activated  | active     |
      | active    | suspended  | suspended  |
      | active    | terminated | terminated |
      | inactive  | terminated | terminated |
      | suspended | terminated | terminated |

  @severity:critical
  Scenario Outline: A wallet that is <from> cannot be <step>
    Given Anna has a wallet that is <from>
    When her wallet is to be <step>
    Then it is refused because its status does not allow it
    And her wallet is <from>

    Examples:
      | from      | step      |
      | active    | activated |
      | suspended | suspended |
      | inactive  | suspended |

  @severity:critical
  Scenario Outline: Nothing leads a <from> wallet to another status
    Given Anna has a wallet that is <from>
    When her wallet is to be each of "activated, suspended, terminated, deleted"
    Then each of them is refused because the wallet is terminated
    And her wallet is <from>

    Examples:
      | from       |
      | terminated |
      | merged     |

  @severity:critical
  Scenario: A deleted wallet is not brought back
    Given Anna has a wallet that is deleted
    When her wallet is to be each of "activated, suspended, terminated, deleted"
    Then each of them is refused because there is no such wallet
    And Anna's wallet cannot be found any more

  Scenario Outline: A wallet that is <from> can be merged into another
    Given Anna has a wallet that is <from>
    And Ben is a customer
    When Anna's wallet is merged into Ben's
    Then Anna's wallet is merged

    Examples:
      | from      |
      | active    |
      | inactive  |
      | suspended |

  Scenario Outline: A wallet that is <from> can be deleted
    Given Anna has a wallet that is <from>
    When her wallet is to be deleted
    Then Anna's wallet cannot be found any more

    Examples:
      | from      |
      | active    |
      | inactive  |
      | suspended |

  Scenario: A wallet that was suspended has what it had before
    Given Anna is a customer with 500 points
    And her wallet has been suspended
    When her wallet is to be activated
    Then Anna has 500 points
