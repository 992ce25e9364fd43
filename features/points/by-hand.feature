@service:wallet
@service:resources
Feature: Points given and taken by hand
  Goodwill, credits and debits are somebody's decision. Ledger and audit keep what was decided, and why.

  Background:
    Given a points scheme
    And Anna is a member of it

  @severity:critical
  Scenario: Goodwill is told apart from other credits and keeps its reason
    When Anna is given 75 points of goodwill because "the delivery was late"
    Then Anna's ledger shows
      | entry    | points | after | because               |
      | goodwill | 75     | 75    | the delivery was late |

  @one-tenant
  Scenario Outline: A <movement> keeps its reason
    Given Anna has been credited 300 points
    When a <movement> of 20 points is made for Anna because "counted twice"
    Then the last entry of Anna's ledger says "counted twice"

    Examples:
      | movement |
      | credit   |
      | debit    |

  @one-tenant
  @severity:critical
  Scenario: The audit says what was given and taken, by whom and why
    Given Anna has been credited 300 points
    And a debit of 20 points has been made for Anna because "counted twice"
    When Anna is given 75 points of goodwill because "the delivery was late"
    Then the audit of Anna's wallet shows
      | action   | points | because               | by          |
      | credit   | 300    |                       | this client |
      | debit    | 20     | counted twice         | this client |
      | goodwill | 75     | the delivery was late | this client |

  @one-tenant
  Scenario: What a customer earns and spends is nobody's decision, and not in the audit
    Given Anna has earned points for 200.00
    When Anna spends 100 points
    Then the audit of Anna's wallet is empty

  @one-tenant
  Scenario: What was refused is not in the audit
    When Anna is debited 20 points
    Then it is refused because the balance is too low
    And the audit of Anna's wallet is empty

  @contract
  @one-tenant
  Scenario: The audit is filtered as it is asked for
    Given Anna has been credited 300 points
    And Anna has been debited 20 points
    And Anna has been credited 10 points
    Then Anna's audit entries are listed as asked
      | query                                      | found                           |
      |                                            | CREDIT 300, DEBIT 20, CREDIT 10 |
      | action=DEBIT                               | DEBIT 20                        |
      | action=CREDIT&limit=1&offset=1             | CREDIT 10                       |
      | orderBy=action,DESC&limit=1                | DEBIT 20                        |
      | dateCreated%5Bfrom%5D=2100-01-01T00:00:00Z |                                 |

  @contract
  @one-tenant
  Scenario: The audit cannot be listed by an order it does not have
    When Anna's audit entries are listed by "orderBy=reason"
    Then it is refused because the request is malformed

  @one-tenant
  Scenario: Goodwill of an amount that makes no sense is refused
    When Anna is given goodwill of each of these
      | 0          |
      | -5         |
      | 1.5        |
      | "100"      |
      | 2147483648 |
      | null       |
    Then each of them is refused because the request is malformed
    And Anna has 0 points

  @one-tenant
  Scenario Outline: A wallet that is <changed> moves no points
    Given Anna's wallet has been <changed>
    When Anna is credited 10 points
    Then it is refused because <reason>

    Examples:
      | changed    | reason                   |
      | suspended  | the wallet is not active |
      | terminated | the wallet is terminated |
      | deleted    | there is no such wallet  |

  @one-tenant
  Scenario: A suspended wallet gets no goodwill
    Given Anna's wallet has been suspended
    When Anna is given 75 points of goodwill because "the delivery was late"
    Then it is refused because the wallet is not active
    And the audit of Anna's wallet is empty
