@service:wallet
Feature: The life of a wallet
  A wallet can be suspended and brought back. What is terminated stays readable and never changes again; what
  is deleted
  is gone, but its cards stay taken.

  Background:
    Given Anna is a customer

  Scenario: A suspended wallet can be activated again
    Given Anna's wallet has been suspended
    When Anna's wallet is to be activated
    Then Anna's wallet is active

  Scenario Outline: A wallet that is <status> cannot be <step>
    Given Anna's wallet has been <status>
    When Anna's wallet is to be <step>
    Then it is refused because <reason>

    Examples:
      | status     | step       | reason                       |
      | suspended  | suspended  | its status does not allow it |
      | terminated | activated  | the wallet is terminated     |
      | terminated | suspended  | the wallet is terminated     |
      | terminated | terminated | the wallet is terminated     |

  Scenario: An active wallet cannot be activated
    When Anna's wallet is to be activated
    Then it is refused because its status does not allow it

  @severity:critical
  Scenario Outline: A terminated wallet cannot be <changed>
    Given Anna's wallet has been terminated
    When Anna's wallet is to be <changed>
    Then it is refused because the wallet is terminated

    Examples:
      | changed            |
      | renamed            |
      | given another card |
      | set to earn only   |
      | deleted            |

  Scenario: A terminated wallet can still be read
    Given Anna's wallet has been terminated
    Then Anna's wallet is terminated

  Scenario: A deleted wallet is gone
    When Anna's wallet is to be deleted
    Then Anna's wallet cannot be found any more

  Scenario: The card of a deleted wallet stays taken
    Given Anna's wallet has been deleted
    When Ben becomes a customer with Anna's card
    Then it is refused because the identity is taken
