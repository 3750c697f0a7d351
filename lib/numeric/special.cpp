/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The one C++ file of the library: Boost.Math, and what the C++ standard
 * library does better than C's. No exception and no std:: type leaves it.
 *
 * The policy keeps to double (no silent long double, whose width differs between
 * machines) and turns every error into a value, so nothing is thrown.
 */
#include "special.h"

#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace
{

namespace bp = boost::math::policies;

typedef bp::policy<bp::promote_double<false>, bp::promote_float<false>,
                   bp::domain_error<bp::ignore_error>, bp::pole_error<bp::ignore_error>,
                   bp::overflow_error<bp::ignore_error>, bp::underflow_error<bp::ignore_error>,
                   bp::denorm_error<bp::ignore_error>, bp::rounding_error<bp::ignore_error>,
                   bp::evaluation_error<bp::ignore_error>,
                   bp::indeterminate_result_error<bp::ignore_error>>
  mn_policy;

const mn_policy policy;
const double sqrt2 = 1.41421356237309504880168872420969808;

} // namespace

double
mn_normal_quantile (double p)
{
  return -sqrt2 * boost::math::erfc_inv (2 * p, policy);
}

double
mn_normal_quantile_upper (double q)
{
  return sqrt2 * boost::math::erfc_inv (2 * q, policy);
}

double
mn_gamma_quantile (double shape,
                   double p)
{
  return boost::math::gamma_p_inv (shape, p, policy);
}

double
mn_gamma_quantile_upper (double shape,
                         double q)
{
  return boost::math::gamma_q_inv (shape, q, policy);
}
